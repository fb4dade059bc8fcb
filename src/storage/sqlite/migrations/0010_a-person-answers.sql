ALTER TABLE `calls` ADD `person` text;--> statement-breakpoint
CREATE INDEX `calls_person` ON `calls` (`person`);