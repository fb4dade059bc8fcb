CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_is_append_only" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('the audit trail is append-only');
--> statement-breakpoint
CREATE TRIGGER "audit_is_never_emptied" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('the audit trail is append-only');
--> statement-breakpoint
CREATE TRIGGER "versions_are_never_changed" BEFORE UPDATE OF "journey", "number", "hash", "definition", "author", "note", "published_at" ON "versions" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('a published version never changes');
--> statement-breakpoint
CREATE TRIGGER "versions_are_never_deleted" BEFORE DELETE ON "versions" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('a published version never changes');
