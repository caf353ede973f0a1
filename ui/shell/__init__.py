"""The frame around the pages: duty strip, rail, banner, alarm list, search palette, paper preview."""
