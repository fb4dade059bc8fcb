CREATE TABLE "audit" (
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"who" text NOT NULL,
	"what" text NOT NULL,
	"about" text NOT NULL,
	"why" text,
	"chain" text NOT NULL,
	CONSTRAINT "audit_seq_pk" PRIMARY KEY("seq")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"walk" text NOT NULL,
	"seq" integer NOT NULL,
	"step" text NOT NULL,
	"reply" text NOT NULL,
	"asked_on" text NOT NULL,
	"due_on" text NOT NULL,
	"answered_on" text,
	CONSTRAINT "calls_walk_seq_pk" PRIMARY KEY("walk","seq")
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"id" text PRIMARY KEY NOT NULL,
	"walk" text NOT NULL,
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"prompt" text NOT NULL,
	"kind" text NOT NULL,
	"option" text,
	"text" text,
	"language" text NOT NULL,
	"share" text,
	"situation" json NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"participant" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"kept" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"walk" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"step" text,
	"data" json NOT NULL,
	CONSTRAINT "events_walk_seq_pk" PRIMARY KEY("walk","seq")
);
--> statement-breakpoint
CREATE TABLE "exposures" (
	"walk" text NOT NULL,
	"step" text NOT NULL,
	"prompt" text NOT NULL,
	"offered" boolean NOT NULL,
	"skipped" boolean NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "exposures_walk_step_prompt_pk" PRIMARY KEY("walk","step","prompt")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"journey" text,
	"provider" text,
	"invited_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"notice_hash" text NOT NULL,
	"notice_language" text NOT NULL,
	"notice_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prompt_counts" (
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"prompt" text NOT NULL,
	"shown" integer NOT NULL,
	"answered" integer NOT NULL,
	CONSTRAINT "prompt_counts_journey_version_step_prompt_pk" PRIMARY KEY("journey","version","step","prompt")
);
--> statement-breakpoint
CREATE TABLE "pulse" (
	"id" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "pulse_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"role" text NOT NULL,
	"journey" text,
	"provider" text,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"owner" text NOT NULL,
	"key" text NOT NULL,
	"walk" text NOT NULL,
	CONSTRAINT "submissions_owner_key_pk" PRIMARY KEY("owner","key")
);
--> statement-breakpoint
CREATE TABLE "told" (
	"walk" text NOT NULL,
	"name" text NOT NULL,
	"value" json,
	CONSTRAINT "told_walk_name_pk" PRIMARY KEY("walk","name")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"journey" text NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL,
	"definition" json NOT NULL,
	"personas" json NOT NULL,
	"author" text NOT NULL,
	"note" json,
	"published_at" bigint NOT NULL,
	CONSTRAINT "versions_journey_number_pk" PRIMARY KEY("journey","number")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"walk" text NOT NULL,
	"step" text NOT NULL,
	"opened" boolean NOT NULL,
	"first_at" bigint NOT NULL,
	CONSTRAINT "visits_walk_step_pk" PRIMARY KEY("walk","step")
);
--> statement-breakpoint
CREATE TABLE "walks" (
	"id" text PRIMARY KEY NOT NULL,
	"participant" text NOT NULL,
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"mode" text NOT NULL,
	"persona" text,
	"tracks" json,
	"language" text NOT NULL,
	"rev" integer NOT NULL,
	"progress" json NOT NULL,
	"last_step" text,
	"opened_at" bigint NOT NULL,
	"touched_at" bigint NOT NULL,
	"outcome_at" bigint
);
--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_participant_participants_id_fk" FOREIGN KEY ("participant") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "told" ADD CONSTRAINT "told_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walks" ADD CONSTRAINT "walks_participant_participants_id_fk" FOREIGN KEY ("participant") REFERENCES "public"."participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contributions_place" ON "contributions" USING btree ("walk","step","prompt");--> statement-breakpoint
CREATE INDEX "contributions_step" ON "contributions" USING btree ("journey","step","state");--> statement-breakpoint
CREATE INDEX "contributions_state" ON "contributions" USING btree ("state","at");--> statement-breakpoint
CREATE INDEX "devices_participant" ON "devices" USING btree ("participant");--> statement-breakpoint
CREATE INDEX "events_aside" ON "events" USING btree ("walk","step") WHERE kind = 'aside';--> statement-breakpoint
CREATE UNIQUE INDEX "participants_code_hash" ON "participants" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "submissions_walk" ON "submissions" USING btree ("walk");--> statement-breakpoint
CREATE INDEX "walks_participant" ON "walks" USING btree ("participant","opened_at");--> statement-breakpoint
CREATE INDEX "walks_version" ON "walks" USING btree ("journey","version","mode");