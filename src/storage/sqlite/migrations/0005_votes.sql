CREATE TABLE `statements` (
	`journey` text NOT NULL,
	`id` text NOT NULL,
	`step` text NOT NULL,
	`contribution` text,
	`queue` integer NOT NULL,
	`spread` integer NOT NULL,
	`shown` integer NOT NULL,
	`agree` integer NOT NULL,
	`disagree` integer NOT NULL,
	`pass` integer NOT NULL,
	`priority` integer,
	PRIMARY KEY(`journey`, `id`),
	FOREIGN KEY (`contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `statements_least_shown` ON `statements` (`journey`,`step`,`queue`,`shown`,`spread`);--> statement-breakpoint
CREATE INDEX `statements_spread` ON `statements` (`journey`,`step`,`queue`,`spread`);--> statement-breakpoint
CREATE INDEX `statements_contribution` ON `statements` (`contribution`);--> statement-breakpoint
CREATE TABLE `translations` (
	`contribution` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`translated_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contribution`, `language`),
	FOREIGN KEY (`contribution`) REFERENCES `contributions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vote_clocks` (
	`journey` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`erased` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `votes` (
	`journey` text NOT NULL,
	`seq` integer NOT NULL,
	`walk` text NOT NULL,
	`mode` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`statement` text NOT NULL,
	`vote` integer NOT NULL,
	`important` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`journey`, `seq`),
	FOREIGN KEY (`walk`) REFERENCES `walks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `votes_walk` ON `votes` (`walk`,`statement`);--> statement-breakpoint
ALTER TABLE `contributions` ADD `important` integer DEFAULT false NOT NULL;--> statement-breakpoint
INSERT INTO "votes" SELECT c."journey", CAST(row_number() OVER (PARTITION BY c."journey" ORDER BY c."at", c."id") AS integer), c."walk", w."mode", c."version", c."step", CASE WHEN c."prompt" LIKE 'statement.%' THEN c."step" || '#' || substr(c."prompt", 11) ELSE c."prompt" END, CASE c."option" WHEN 'agree' THEN 1 WHEN 'disagree' THEN -1 ELSE 0 END, FALSE, c."at" FROM "contributions" c JOIN "walks" w ON w."id" = c."walk" WHERE c."kind" = 'statement' AND c."option" IN ('agree', 'disagree', 'pass');--> statement-breakpoint
INSERT INTO "vote_clocks" SELECT "journey", MAX("seq"), 0 FROM "votes" GROUP BY "journey";--> statement-breakpoint
INSERT INTO "statements" SELECT c."journey", 'added.' || c."id", c."step", c."id", CASE WHEN c."state" = 'visible' THEN 1 ELSE 0 END, CAST((row_number() OVER (ORDER BY c."id") * 2654435761) % 2147483647 AS integer), 0, 0, 0, 0, NULL FROM "contributions" c WHERE c."kind" = 'statement' AND c."prompt" = 'own';--> statement-breakpoint
INSERT INTO "statements" SELECT c."journey", c."step" || '#' || substr(c."prompt", 11), c."step", NULL, 1, CAST((row_number() OVER (ORDER BY c."step", c."prompt") * 2654435761) % 2147483647 AS integer), 0, 0, 0, 0, NULL FROM "contributions" c WHERE c."kind" = 'statement' AND c."prompt" LIKE 'statement.%' GROUP BY c."journey", c."step", c."prompt";--> statement-breakpoint
UPDATE "statements" SET "shown" = (SELECT COUNT(*) FROM "exposures" e JOIN "walks" w ON w."id" = e."walk" WHERE w."journey" = "statements"."journey" AND w."mode" <> 'simulated' AND e."step" = "statements"."step" AND e."prompt" = CASE WHEN "statements"."contribution" IS NULL THEN 'statement.' || substr("statements"."id", length("statements"."step") + 2) ELSE "statements"."id" END), "agree" = (SELECT COUNT(*) FROM "votes" v WHERE v."journey" = "statements"."journey" AND v."statement" = "statements"."id" AND v."mode" <> 'simulated' AND v."vote" = 1), "disagree" = (SELECT COUNT(*) FROM "votes" v WHERE v."journey" = "statements"."journey" AND v."statement" = "statements"."id" AND v."mode" <> 'simulated' AND v."vote" = -1), "pass" = (SELECT COUNT(*) FROM "votes" v WHERE v."journey" = "statements"."journey" AND v."statement" = "statements"."id" AND v."mode" <> 'simulated' AND v."vote" = 0);--> statement-breakpoint
UPDATE "statements" SET "queue" = 2 WHERE "queue" = 1 AND "agree" + "disagree" + "pass" >= 7;--> statement-breakpoint
CREATE TRIGGER `votes_are_never_changed` BEFORE UPDATE ON `votes` BEGIN SELECT RAISE(ABORT, 'a vote changed is one row more'); END;
