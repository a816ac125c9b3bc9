"""Sign-in pages: allauth's views in Klartecken's look."""
