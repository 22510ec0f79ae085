ALTER TABLE `bookings` ADD `booked_by` text DEFAULT 'user' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `waited_at` integer;--> statement-breakpoint
ALTER TABLE `bookings` ADD `checked_in_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `moved_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `moved_free_until` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `guest_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `users_guest` ON `users` (`guest_key`);