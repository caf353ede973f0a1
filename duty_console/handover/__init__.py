"""The handover sheet: what one shift hands to the next, composed and printed."""
