CREATE TABLE "codings" (
	"contribution" text NOT NULL,
	"theme" text NOT NULL,
	"journey" text NOT NULL,
	"placed_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "codings_contribution_theme_pk" PRIMARY KEY("contribution","theme")
);
--> statement-breakpoint
CREATE TABLE "same_words" (
	"contribution" text PRIMARY KEY NOT NULL,
	"same_as" text NOT NULL,
	"journey" text NOT NULL,
	"found_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "syntheses" (
	"id" text PRIMARY KEY NOT NULL,
	"journey" text NOT NULL,
	"body" json NOT NULL,
	"input_hash" text NOT NULL,
	"signed_name" text NOT NULL,
	"signed_by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"journey" text NOT NULL,
	"name" json NOT NULL,
	"state" text NOT NULL,
	"merged_into" text,
	"changed_by" text NOT NULL,
	"at" bigint NOT NULL,
	"rev" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "codings" ADD CONSTRAINT "codings_contribution_contributions_id_fk" FOREIGN KEY ("contribution") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codings" ADD CONSTRAINT "codings_theme_themes_id_fk" FOREIGN KEY ("theme") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_words" ADD CONSTRAINT "same_words_contribution_contributions_id_fk" FOREIGN KEY ("contribution") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_words" ADD CONSTRAINT "same_words_same_as_contributions_id_fk" FOREIGN KEY ("same_as") REFERENCES "public"."contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "codings_journey" ON "codings" USING btree ("journey");--> statement-breakpoint
CREATE INDEX "codings_theme" ON "codings" USING btree ("theme");--> statement-breakpoint
CREATE INDEX "same_words_journey" ON "same_words" USING btree ("journey");--> statement-breakpoint
CREATE INDEX "same_words_as" ON "same_words" USING btree ("same_as");--> statement-breakpoint
CREATE INDEX "syntheses_journey" ON "syntheses" USING btree ("journey","at");--> statement-breakpoint
CREATE INDEX "themes_journey" ON "themes" USING btree ("journey");