"""Builds what the pages need besides HTML: the style sheet, the fonts, the scripts and the map library."""
