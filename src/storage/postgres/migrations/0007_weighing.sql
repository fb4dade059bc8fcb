CREATE TABLE "adoptions" (
	"walk" text NOT NULL,
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"prompt" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "adoptions_walk_version_step_prompt_reason_pk" PRIMARY KEY("walk","version","step","prompt","reason")
);
--> statement-breakpoint
CREATE TABLE "reason_exposures" (
	"walk" text NOT NULL,
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"prompt" text NOT NULL,
	"reason" text NOT NULL,
	"position" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "reason_exposures_walk_version_step_prompt_reason_pk" PRIMARY KEY("walk","version","step","prompt","reason")
);
--> statement-breakpoint
CREATE TABLE "stances" (
	"walk" text NOT NULL,
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"prompt" text NOT NULL,
	"nth" integer NOT NULL,
	"stance" text,
	"input_mode" text,
	"importance" integer,
	"at" bigint NOT NULL,
	CONSTRAINT "stances_walk_version_step_prompt_nth_pk" PRIMARY KEY("walk","version","step","prompt","nth")
);
--> statement-breakpoint
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reason_exposures" ADD CONSTRAINT "reason_exposures_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoptions_step" ON "adoptions" USING btree ("journey","version","step");--> statement-breakpoint
CREATE INDEX "reason_exposures_step" ON "reason_exposures" USING btree ("journey","step","prompt","reason");--> statement-breakpoint
CREATE INDEX "stances_step" ON "stances" USING btree ("journey","version","step");