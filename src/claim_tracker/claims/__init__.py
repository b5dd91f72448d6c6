"""The claims of a file: their words, their models, and what is known of each as of a day."""
