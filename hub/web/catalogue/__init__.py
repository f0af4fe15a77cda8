"""Keeps the catalogues of words complete: finds every message, writes the files, says what is wrong with them.

A message stands in one file. A new one goes to the domain of the source that uses it: `hub/web/templates/desk/…` and
`hub/desk/…` to `desk`; what stands in `hub/web/` itself or right in `hub/` to `frame`.
"""
