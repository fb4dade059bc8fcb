ALTER TABLE `invitations` ADD `created_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `cancelled_at` integer;--> statement-breakpoint
UPDATE `invitations` SET `created_at` = `expires_at` - 604800000;
