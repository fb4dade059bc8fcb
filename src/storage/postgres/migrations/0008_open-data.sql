CREATE TABLE "release_files" (
	"journey" text NOT NULL,
	"release" integer NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "release_files_journey_release_name_pk" PRIMARY KEY("journey","release","name")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"journey" text NOT NULL,
	"number" integer NOT NULL,
	"released_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "releases_journey_number_pk" PRIMARY KEY("journey","number")
);
--> statement-breakpoint
CREATE TRIGGER "releases_are_append_only" BEFORE UPDATE OR DELETE ON "releases" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('open data once released never changes');
--> statement-breakpoint
CREATE TRIGGER "release_files_are_append_only" BEFORE UPDATE OR DELETE ON "release_files" FOR EACH ROW EXECUTE FUNCTION "refuse_change"('open data once released never changes');