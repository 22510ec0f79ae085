CREATE TABLE `crm_dead_letters` (
	`booking_id` integer NOT NULL,
	`kind` text NOT NULL,
	`died_at` integer NOT NULL,
	`replay` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`booking_id`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `crm_dead_letters_replay` ON `crm_dead_letters` (`replay`,`died_at`);--> statement-breakpoint
CREATE INDEX `crm_processed` ON `crm_notifications` (`processed`,`id`);