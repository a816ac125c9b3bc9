"""The policy as a document, its versions, and where its owner writes the next: parse, one call, render."""
