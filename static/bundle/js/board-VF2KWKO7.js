/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-MIABIEYV.js";import"./board-4XPAOXCO.js";import"./board-LW27YMIZ.js";import"./board-JH6SHVAS.js";import"./board-HLKG6KNZ.js";export{a as People};
