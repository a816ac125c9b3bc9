"""The pages of an assignment, from the first sentence to the last letter."""
