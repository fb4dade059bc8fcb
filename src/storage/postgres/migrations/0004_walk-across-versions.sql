CREATE TABLE "passages" (
	"walk" text NOT NULL,
	"version" integer NOT NULL,
	"outcome_at" bigint,
	CONSTRAINT "passages_walk_version_pk" PRIMARY KEY("walk","version")
);
--> statement-breakpoint
DROP INDEX "contributions_place";--> statement-breakpoint
ALTER TABLE "exposures" DROP CONSTRAINT "exposures_walk_step_prompt_pk";--> statement-breakpoint
ALTER TABLE "visits" DROP CONSTRAINT "visits_walk_step_pk";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "events" SET "version" = "walks"."version" FROM "walks" WHERE "walks"."id" = "events"."walk";--> statement-breakpoint
ALTER TABLE "exposures" ADD COLUMN "version" integer;--> statement-breakpoint
UPDATE "exposures" SET "version" = CASE WHEN "prompt" LIKE 'answers-this.v%' THEN CAST(substr("prompt", 15) AS integer) ELSE "walks"."version" END FROM "walks" WHERE "walks"."id" = "exposures"."walk";--> statement-breakpoint
ALTER TABLE "exposures" ALTER COLUMN "version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "version" integer;--> statement-breakpoint
UPDATE "visits" SET "version" = "walks"."version" FROM "walks" WHERE "walks"."id" = "visits"."walk";--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_walk_version_step_prompt_pk" PRIMARY KEY("walk","version","step","prompt");--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_walk_version_step_pk" PRIMARY KEY("walk","version","step");--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contributions_place" ON "contributions" USING btree ("walk","version","step","prompt");--> statement-breakpoint
INSERT INTO "passages" SELECT "id", "version", "outcome_at" FROM "walks";
