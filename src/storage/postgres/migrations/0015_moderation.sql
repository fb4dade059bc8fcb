CREATE TABLE "flags" (
	"contribution" text NOT NULL,
	"walk" text NOT NULL,
	"rule" integer,
	"at" bigint NOT NULL,
	"settled_at" bigint,
	CONSTRAINT "flags_contribution_walk_pk" PRIMARY KEY("contribution","walk")
);
--> statement-breakpoint
CREATE TABLE "moderations" (
	"contribution" text PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"rule" integer,
	"wording" text,
	"original" text,
	"decided_by" text NOT NULL,
	"at" bigint NOT NULL,
	"appeal" text,
	"appealed_at" bigint,
	"appeal_by" text,
	"appeal_outcome" text
);
--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_contribution_contributions_id_fk" FOREIGN KEY ("contribution") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_contribution_contributions_id_fk" FOREIGN KEY ("contribution") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flags_walk" ON "flags" USING btree ("walk");