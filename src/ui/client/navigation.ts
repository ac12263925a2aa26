// Turbo starts by itself when it is imported.
import '@hotwired/turbo';
