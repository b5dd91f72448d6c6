"""The settings by which editors use the language server in a project."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Editor(NamedTuple):
    """An editor: its name, the files that a project can carry for it, and what is left to do."""

    name: str
    files: Mapping[Path, str]
    left_to_do: str


_VSCODE_SETTINGS = """\
{
  "yaml.validate": false,
  "yaml.completion": false,
  "yaml.hover": false
}
"""
_VSCODE_EXTENSIONS = """\
{
  "recommendations": ["claim-tracker.claim-tracker"]
}
"""
_NEOVIM = """\
-- Starts the language server of claim-tracker for YAML files.
local root = vim.fn.getcwd()
local own = root .. "/.venv/bin/tracker"
local server = {
  name = "tracker",
  cmd = { vim.fn.executable(own) == 1 and own or "tracker", "lsp" },
  filetypes = { "yaml" },
  root_dir = root,
  on_attach = function(client, buffer)
    vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
    if vim.lsp.config then -- it writes a whole claim where it is chosen, not its label
      vim.lsp.completion.enable(true, client.id, buffer)
    end
  end,
}

if vim.lsp.config then -- Neovim 0.11 and later
  vim.lsp.config("tracker", server)
  vim.lsp.enable("tracker")
else
  local client
  local function attach(buffer)
    if vim.bo[buffer].filetype == "yaml" then
      client = client or vim.lsp.start_client(server)
      vim.lsp.buf_attach_client(buffer, client)
    end
  end
  vim.api.nvim_create_autocmd("FileType", {
    callback = function(event)
      attach(event.buf)
    end,
  })
  attach(vim.api.nvim_get_current_buf())
end

-- Where the YAML language server is used as well, it leaves the claims alone.
local function has_claims(buffer)
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  return vim.fn.match(lines, "^claims:") >= 0
end

if vim.fn.exists("##LspAttach") == 1 then
  vim.api.nvim_create_autocmd("LspAttach", {
    callback = function(event)
      local id = event.data.client_id
      if vim.lsp.get_client_by_id(id).name == "yamlls" and has_claims(event.buf) then
        vim.schedule(function()
          vim.lsp.buf_detach_client(event.buf, id)
        end)
      end
    end,
  })
end
"""
_HELIX = """\
[language-server.tracker]
command = "tracker"
args = ["lsp"]

[[language]]
name = "yaml"
language-servers = [
  "tracker",
  { name = "yaml-language-server", only-features = ["format"] },
]
"""
_ZED = """\
{
  "lsp": {
    "yaml-language-server": {
      "binary": {
        "path": "tracker",
        "arguments": ["lsp"]
      }
    }
  },
  "inlay_hints": {
    "enabled": true
  }
}
"""
_EMACS = """\
((yaml-mode . ((eglot-server-programs . ((yaml-mode . ("tracker" "lsp"))))
               (eval . (eglot-ensure))))
 (yaml-ts-mode . ((eglot-server-programs . ((yaml-ts-mode . ("tracker" "lsp"))))
                  (eval . (eglot-ensure)))))
"""

EDITORS: Mapping[str, Editor] = {
    "vscode": Editor(
        "VS Code",
        {
            Path(".vscode", "settings.json"): _VSCODE_SETTINGS,
            Path(".vscode", "extensions.json"): _VSCODE_EXTENSIONS,
        },
        "install the extension Claim Tracker, as docs/editors.md says",
    ),
    "neovim": Editor(
        "Neovim",
        {Path(".nvim.lua"): _NEOVIM},
        "put `vim.o.exrc = true` into your init.lua, and answer `allow` when you are asked",
    ),
    "helix": Editor(
        "Helix",
        {Path(".helix", "languages.toml"): _HELIX},
        "where it asks whether the project is trusted, agree",
    ),
    "zed": Editor(
        "Zed",
        {Path(".zed", "settings.json"): _ZED},
        "where it asks whether the project is trusted, agree",
    ),
    "emacs": Editor(
        "Emacs",
        {Path(".dir-locals.el"): _EMACS},
        "answer `!` when you are asked about local variables",
    ),
}
"""The editors by the names that `tracker init --editor` has for them."""
