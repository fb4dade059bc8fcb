CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_is_never_deleted` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `versions_are_never_changed` BEFORE UPDATE OF `journey`, `number`, `hash`, `definition`, `author`, `note`, `published_at` ON `versions` BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `versions_are_never_deleted` BEFORE DELETE ON `versions` BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
