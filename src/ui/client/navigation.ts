import { config, start } from '@hotwired/turbo';

// The progress bar of Turbo brings a <style> element, which our CSP refuses: it never shows.
config.drive.progressBarDelay = 2 ** 31 - 1;
start();
