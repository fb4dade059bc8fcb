CREATE TABLE "opinion_maps" (
	"journey" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"computed_at" bigint,
	"maps" json NOT NULL,
	"leased_by" text,
	"leased_until" bigint
);
