ALTER TABLE "invitations" ADD COLUMN "created_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "cancelled_at" bigint;--> statement-breakpoint
UPDATE "invitations" SET "created_at" = "expires_at" - 604800000;
