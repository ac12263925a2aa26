import { defineConfig } from '@playwright/test';

/** The browser that scripts/test.mjs has found; by hand: `CHROMIUM=/path npm run journeys`. */
const browser = process.env.CHROMIUM;

export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/journeys/fill-demo.ts',
  workers: 2,
  timeout: 60_000,
  // A loaded machine may stumble once; what needed its second try is named at the end.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // What is not there is told long before the time of the whole journey is over.
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
