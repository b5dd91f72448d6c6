"""The command line: options in, a call, a view out.

The commands are in `commands/`, one file each, and `main.py` lists them. What they share:

- `options/`: options, and the types of their values
- `loaded.py`, `output.py`, `context.py`: what they load and write, and how they fail
- `prompts/`: questions as data (`question.py`) that forms make of the model (`form.py`,
  `claim_forms.py`), asked by a line editor (`line_editor.py`) or line by line (`prompt.py`)
- `editing/`: changes to a file; `known_sources.py`: what it has of a source;
  `known_values.py`: the values of fields
- `named_articles.py`: articles to draft from; `named_tables.py`: tables to import
- `project/`: what a new project starts from
- `completing/`: completion in shells
"""
