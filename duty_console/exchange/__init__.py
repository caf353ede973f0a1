"""What all imports and exports share: workbooks read into grids, problems by sheet, row and column, safe writing."""
