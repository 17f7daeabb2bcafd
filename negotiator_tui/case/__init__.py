"""What a case is: its questions, answers, edits, history and stages."""
