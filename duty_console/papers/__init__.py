"""What all printed sheets share: fonts, Chinese line breaking, page frames, tables, codes.

A sheet is a list of blocks (`blocks`, `table`, `signing`) that `page.write_pdf` sets on pages. Measures are
points (1/72 inch); y runs from the top of the page downwards.
"""
