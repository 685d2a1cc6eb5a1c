/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-UTS2SMZH.js";import"./board-GIGMYVVX.js";import"./board-7BTOGHSW.js";import"./board-OJP4XE6P.js";import"./board-7ENYGGNN.js";import"./board-HC26R27S.js";export{a as Refusals};
