"""A language server: what the tool knows of claims files, in an editor as one types.

The sections in the docstrings are those of the Language Server Protocol 3.17:
https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""
