"""What a user waits for, each as a ratio to a floor measured in the same run. Run: python -m tests.bench."""
