CREATE TABLE "suggestion_decisions" (
	"contribution" text PRIMARY KEY NOT NULL,
	"journey" text NOT NULL,
	"step" text NOT NULL,
	"part" text NOT NULL,
	"state" text NOT NULL,
	"reason" json NOT NULL,
	"decided_by" text NOT NULL,
	"at" bigint NOT NULL,
	"draft" text NOT NULL,
	"version" integer
);
--> statement-breakpoint
ALTER TABLE "suggestion_decisions" ADD CONSTRAINT "suggestion_decisions_contribution_contributions_id_fk" FOREIGN KEY ("contribution") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestion_decisions_journey" ON "suggestion_decisions" USING btree ("journey","at");