"""What an editor can ask: one file a feature, each a function of a file and a request.

What hovers say of claims stands in a file of its own (`hover_claims.py`).
"""
