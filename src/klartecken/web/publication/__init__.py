"""Looking after what is public about one's own assignments."""
