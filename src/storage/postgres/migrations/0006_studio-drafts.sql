CREATE TABLE "draft_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"draft" text NOT NULL,
	"step" text,
	"written_by" text NOT NULL,
	"at" bigint NOT NULL,
	"text" text NOT NULL,
	"resolved_by" text,
	"resolved_at" bigint
);
--> statement-breakpoint
CREATE TABLE "draft_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"draft" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_reviews" (
	"draft" text NOT NULL,
	"revision" integer NOT NULL,
	"reviewed_by" text NOT NULL,
	"verdict" text NOT NULL,
	"text" text,
	"at" bigint NOT NULL,
	CONSTRAINT "draft_reviews_draft_revision_reviewed_by_pk" PRIMARY KEY("draft","revision","reviewed_by")
);
--> statement-breakpoint
CREATE TABLE "draft_revisions" (
	"draft" text NOT NULL,
	"number" integer NOT NULL,
	"made_from" integer,
	"text" text NOT NULL,
	"personas" text,
	"made_by" text NOT NULL,
	"at" bigint NOT NULL,
	"what" text NOT NULL,
	CONSTRAINT "draft_revisions_draft_number_pk" PRIMARY KEY("draft","number")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"journey" text NOT NULL,
	"title" json NOT NULL,
	"state" text NOT NULL,
	"head" integer NOT NULL,
	"redo" json NOT NULL,
	"base_version" integer,
	"rev" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"touched_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_links" ADD CONSTRAINT "draft_links_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_reviews" ADD CONSTRAINT "draft_reviews_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_revisions" ADD CONSTRAINT "draft_revisions_draft_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_comments_draft" ON "draft_comments" USING btree ("draft","at");--> statement-breakpoint
CREATE INDEX "draft_links_draft" ON "draft_links" USING btree ("draft","expires_at");--> statement-breakpoint
CREATE INDEX "drafts_journey" ON "drafts" USING btree ("journey","touched_at");