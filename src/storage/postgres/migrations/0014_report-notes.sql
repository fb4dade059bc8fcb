CREATE TABLE "report_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"trial" text NOT NULL,
	"kind" text NOT NULL,
	"about" text,
	"said" json NOT NULL,
	"written_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_notes" ADD CONSTRAINT "report_notes_trial_trials_id_fk" FOREIGN KEY ("trial") REFERENCES "public"."trials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_notes_trial" ON "report_notes" USING btree ("trial","at");