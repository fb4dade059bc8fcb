CREATE TABLE "variant_stops" (
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"kept" text NOT NULL,
	"stopped_by" text NOT NULL,
	"why" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "variant_stops_journey_version_step_pk" PRIMARY KEY("journey","version","step")
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"walk" text NOT NULL,
	"journey" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"variant" text NOT NULL,
	"drawn" boolean NOT NULL,
	CONSTRAINT "variants_walk_version_step_pk" PRIMARY KEY("walk","version","step")
);
--> statement-breakpoint
ALTER TABLE "walks" ADD COLUMN "variants" json;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_walk_walks_id_fk" FOREIGN KEY ("walk") REFERENCES "public"."walks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "variants_step" ON "variants" USING btree ("journey","version","step");