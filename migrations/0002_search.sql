CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`facilitator_id` integer NOT NULL,
	`session_id` integer NOT NULL,
	`idempotency_key` text,
	`fingerprint` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`recipients` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `messages_facilitator` ON `messages` (`facilitator_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key` ON `messages` (`facilitator_id`,`idempotency_key`);--> statement-breakpoint
ALTER TABLE `session_keys` ADD `session_count` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `hour` text;--> statement-breakpoint
CREATE INDEX `sessions_hour` ON `sessions` (`status`,`hour`,`start_time`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_price` ON `sessions` (`status`,`price_minor`,`start_time`,`id`);--> statement-breakpoint
CREATE INDEX `sessions_without_hour` ON `sessions` (`id`) WHERE "sessions"."hour" is null;--> statement-breakpoint
CREATE INDEX `facilitators_approved` ON `facilitators` (`approved_at`,`id`);