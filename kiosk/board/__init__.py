"""The call board on the wall (bảng gọi số): which number is called to which counter."""
