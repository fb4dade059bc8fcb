CREATE TABLE "backgrounds" (
	"walk" text NOT NULL,
	"trait" text NOT NULL,
	"value" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "backgrounds_walk_trait_pk" PRIMARY KEY("walk","trait")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text PRIMARY KEY NOT NULL,
	"trial" text NOT NULL,
	"name" text NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"journey" text NOT NULL,
	"step" text NOT NULL,
	"provider" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"verdict" text NOT NULL,
	"text" text,
	"feasibility" text,
	"condition" text,
	"given_by" text NOT NULL,
	"given_on" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "confirmations_journey_step_provider_number_pk" PRIMARY KEY("journey","step","provider","number")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"trial" text NOT NULL,
	"sealed" text NOT NULL,
	"day" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_contributions" (
	"contribution" text NOT NULL,
	"response" text NOT NULL,
	CONSTRAINT "response_contributions_contribution_response_pk" PRIMARY KEY("contribution","response")
);
--> statement-breakpoint
CREATE TABLE "response_history" (
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"journey" text NOT NULL,
	"trial" text,
	"step" text NOT NULL,
	"share" text,
	"body" text NOT NULL,
	"contributions" json NOT NULL,
	"said" json NOT NULL,
	"state" text NOT NULL,
	"reason" json NOT NULL,
	"whose" text,
	"evidence" text,
	"due_on" text NOT NULL,
	"accepted_on" text,
	"decided_on" text,
	"from_version" integer NOT NULL,
	"to_version" integer,
	"published_on" text,
	"answered_by" text NOT NULL,
	"rev" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "response_history_id_rev_pk" PRIMARY KEY("id","rev")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"journey" text NOT NULL,
	"trial" text,
	"step" text NOT NULL,
	"share" text,
	"body" text NOT NULL,
	"contributions" json NOT NULL,
	"said" json NOT NULL,
	"state" text NOT NULL,
	"reason" json NOT NULL,
	"whose" text,
	"evidence" text,
	"due_on" text NOT NULL,
	"accepted_on" text,
	"decided_on" text,
	"from_version" integer NOT NULL,
	"to_version" integer,
	"published_on" text,
	"answered_by" text NOT NULL,
	"rev" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trials" (
	"id" text PRIMARY KEY NOT NULL,
	"journey" text NOT NULL,
	"stage" text NOT NULL,
	"is_example" boolean NOT NULL,
	"plan" json NOT NULL,
	"rev" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"opened_at" bigint,
	"closed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "changes" json DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "walks" ADD COLUMN "trial" text;--> statement-breakpoint
ALTER TABLE "walks" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "backgrounds" ADD CONSTRAINT "backgrounds_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_trial_trials_id_fk" FOREIGN KEY ("trial") REFERENCES "public"."trials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_trial_trials_id_fk" FOREIGN KEY ("trial") REFERENCES "public"."trials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_contributions" ADD CONSTRAINT "response_contributions_response_responses_id_fk" FOREIGN KEY ("response") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_history" ADD CONSTRAINT "response_history_id_responses_id_fk" FOREIGN KEY ("id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channels_trial" ON "channels" USING btree ("trial");--> statement-breakpoint
CREATE UNIQUE INDEX "channels_code" ON "channels" USING btree ("code");--> statement-breakpoint
CREATE INDEX "contacts_trial" ON "contacts" USING btree ("trial","day");--> statement-breakpoint
CREATE INDEX "response_contributions_response" ON "response_contributions" USING btree ("response");--> statement-breakpoint
CREATE INDEX "responses_journey" ON "responses" USING btree ("journey","at");--> statement-breakpoint
CREATE INDEX "trials_journey" ON "trials" USING btree ("journey","created_at");--> statement-breakpoint
CREATE INDEX "walks_trial" ON "walks" USING btree ("trial","mode","channel");--> statement-breakpoint
DROP TRIGGER "versions_are_never_changed" ON "versions";--> statement-breakpoint
CREATE TRIGGER "versions_are_never_changed" BEFORE UPDATE OF "journey", "number", "hash", "definition", "author", "note", "published_at", "changes" ON "versions" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('a published version never changes');--> statement-breakpoint
CREATE TRIGGER "response_history_is_append_only" BEFORE UPDATE OR DELETE ON "response_history" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('what was answered before is append-only');--> statement-breakpoint
CREATE TRIGGER "confirmations_are_append_only" BEFORE UPDATE OR DELETE ON "confirmations" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('confirmations are append-only');
