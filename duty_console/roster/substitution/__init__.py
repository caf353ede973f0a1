"""Who stands in for whom: cover 替班, swap 调班, leave 请假."""
