"""How each kind of policy file becomes a noun; every refusal is `PolicyInvalid` with file and line."""
