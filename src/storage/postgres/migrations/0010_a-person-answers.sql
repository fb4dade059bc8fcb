ALTER TABLE "calls" ADD COLUMN "person" text;--> statement-breakpoint
CREATE INDEX "calls_person" ON "calls" USING btree ("person");