"""Rotation 轮值: who may stand where, the planner that shares the duty out fairly, and the check of what stands."""
