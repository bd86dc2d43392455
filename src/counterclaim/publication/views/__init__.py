"""The pages: one module each, with the typed context that its template reads."""
