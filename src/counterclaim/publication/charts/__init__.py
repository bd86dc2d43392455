"""Charts drawn on the server: geometry as typed records, which templates turn into SVG."""
